import type { Credentials } from './state.ts';

/**
 * Puts credentials where the SDK's default chain looks first, and removes what would send it elsewhere. They are read
 * when a store makes its first request.
 */
export function useCredentials({ accessKeyId, secretAccessKey }: Credentials): void {
  for (const name of Object.keys(process.env)) {
    if (name.startsWith('AWS_')) delete process.env[name];
  }
  process.env.AWS_ACCESS_KEY_ID = accessKeyId;
  process.env.AWS_SECRET_ACCESS_KEY = secretAccessKey;
  process.env.AWS_EC2_METADATA_DISABLED = 'true';
  process.env.AWS_SHARED_CREDENTIALS_FILE = '/nonexistent';
  process.env.AWS_CONFIG_FILE = '/nonexistent';
}
