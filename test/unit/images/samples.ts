/**
 * Compressed by the real programs: xz 5.4, zstd 1.5. `metadata.tar` holds {@link metadataText} and was made by
 * `tar --format=ustar --owner=0 --group=0 --mtime=@0 -b1 -cf metadata.tar metadata.yaml`.
 */
export const metadataText = `architecture: x86_64
creation_date: 1763650000
properties:
  os: Alpine
  release: 3.20
`;

/** `xz -c metadata.tar` */
export const xz = sample(`
/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4Af/AJtdADaZSu6XoY9PCp89npq3gCO/HdYdorlG4rfr2oyuXdYM9jCUsiGZtkzppdyg+f8L5Pto0g
zDbzuC81EJNd5bIZ8mI71WUbCphzuUuFoJSHAsgYPY//SoJQbb6qRwKtjK0zxpsY5yQfxwmH6rW4F/eMZLpdSv0BnYtVcQKkLT9SWBwD6hBwW6
1XiCQttafQvIYidY7Hc6opn4BWAOAACKY2MHaBaSuAABtwGAEAAA68uFCLHEZ/sCAAAAAARZWg==
`);

/** `xz --check=sha256 -c metadata.tar` */
export const xzSha256 = sample(`
/Td6WFoAAArh+wyhAgAhARYAAAB0L+Wj4Af/AJtdADaZSu6XoY9PCp89npq3gCO/HdYdorlG4rfr2oyuXdYM9jCUsiGZtkzppdyg+f8L5Pto0g
zDbzuC81EJNd5bIZ8mI71WUbCphzuUuFoJSHAsgYPY//SoJQbb6qRwKtjK0zxpsY5yQfxwmH6rW4F/eMZLpdSv0BnYtVcQKkLT9SWBwD6hBwW6
1XiCQttafQvIYidY7Hc6opn4BWAOAAAfDre0QAHDjV+8fQ5jLZsU0I1gZ2KdBQLI864Hq739cAABzwGAEAAAR0T077bp3xwCAAAAAApZWg==
`);

/** `xz --x86 --lzma2 -c metadata.tar` */
export const xzX86 = sample(`
/Td6WFoAAATm1rRGAgEEACEBFgANhjUf4Af/AJtdADaZSu6XoY9PCp89npq3gCO/HdYdorlG4rfr2oyuXdYM9jCUsiGZtkzppdyg+f8L5Pto0g
zDbzuC81EJNd5bIZ8mI71WUbCphzuUuFoJSHAsgYPY//SoJQbb6qRwKtjK0zxpsY5yQfxwmH6rW4F/eMZLpdSv0BnYtVcQKkLT9SWBwD6hBwW6
1XiCQttafQvIYidY7Hc6opn4BWAOAACKY2MHaBaSuAABtwGAEAAA68uFCLHEZ/sCAAAAAARZWg==
`);

/** `xz --lzma2=dict=128MiB -c metadata.tar` */
export const xzLargeDictionary = sample(`
/Td6WFoAAATm1rRGAgAhAR4AAACbB1Fm4Af/AJtdADaZSu6XoY9PCp89npq3gCO/HdYdorlG4rfr2oyuXdYM9jCUsiGZtkzppdyg+f8L5Pto0g
zDbzuC81EJNd5bIZ8mI71WUbCphzuUuFoJSHAsgYPY//SoJQbb6qRwKtjK0zxpsY5yQfxwmH6rW4F/eMZLpdSv0BnYtVcQKkLT9SWBwD6hBwW6
1XiCQttafQvIYidY7Hc6opn4BWAOAACKY2MHaBaSuAABtwGAEAAA68uFCLHEZ/sCAAAAAARZWg==
`);

/** `zstd -c metadata.tar` */
export const zstd = sample(`
KLUv/WQAB60EAHIIGxtwpXEDQCHW3z9ZkqUSVA3yBiP4jXFa1//pejLmgQHl2qd7LGeaTZpyEHI9l2nW29a8imPFEAopwcm1rUaRuNa6zExShR
oA5Fpemm23AmPFdo5/ZO234BMRkdA5ovP/Kan/xwPRgEFbDe1FAg4AHoEfiABUJDaWUmhSC7NhTRdD4QAIPwDpuBVuagPgWLmMmYASKClCWw==
`);

/** `zstd --long=31 -c < metadata.tar` */
export const zstdLong = sample(`
KLUv/QSoxQQAYsgaG4Cl1QEhmJQhMp0eJRFJkLHbAK4RogQ60hqCO+aBAeXaqOuWM80iDTpCrvgyzYrbmhc+hub/CYWU4OTaVqNAXmtdZiapQg
0Aci0nzbZbgbH2e/wX1o7JsyAioYPOX1JS/1/coQGDthraewQPABDBD5gEbiij0KQM5sCaDobi4AxMXj6BETYPNcLNYlYQwA0HN1EgAUooKUJb
`);

/** `head -c 1048576 /dev/zero | xz -c` */
export const xzZeros = sample(`
/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj7///ANldAABv/f//o7f/Rz5IFXI5YVG4kijmo4YH+e7kHoLTL8U6PAFLsX7JiopNL6MN2X+m44wjEV
PgWRjFdYrid/i2lH8MasDedElk4ulcU7IE2PdEDKtfDW1G6eXDdoi3llestk3haR1v+0uIEGxCy4g/XACP0E6vJiiUcR89jyThcJ6nI1/sKMuF
0ZWYin4qkfIndfcZwAaYTZj92K/VkA/EJVP49ZE2MQWlsO5vwXBNRwzRkRGqrWAdus6xJxhcWYbpZlJYvul2rFnk5VsFCPnH2q38+1Iq9+SVJQ
AAAAAAwva6PqJwa2AAAfUBgIBAAHmXf0exxGf7AgAAAAAEWVo=
`);

/** `head -c 1048576 /dev/zero > zeros; zstd -c zeros` */
export const zstdZeros = sample(`
KLUv/aQAABAAVAAAEAAAAQD7/znAAgIAEAACABAAAgAQAAIAEAACABAAAgAQAAMAEADxPhbh
`);

function sample(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'));
}
