# The command `simplestreams` and what it needs to run: Node, a shell for the runners of GitLab, no npm.
# The default is the list of all architectures of that tag. What is given for it must have Node 20.19 or newer on PATH.
ARG BASE=docker.io/library/node:24.18.0-bookworm-slim@sha256:6f7b03f7c2c8e2e784dcf9295400527b9b1270fd37b7e9a7285cf83b6951452d

FROM ${BASE} AS system
# Nothing here installs packages or compiles. By way of dpkg, so that scanners see what is there and no more.
RUN rm -rf /opt/yarn-* /usr/local/include /usr/local/lib/node_modules /usr/local/share \
      /usr/local/*.md /usr/local/LICENSE /usr/local/bin/corepack /usr/local/bin/docker-entrypoint.sh \
      /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/yarn /usr/local/bin/yarnpkg \
    && dpkg --purge --force-depends --force-remove-essential $(dpkg-query --show --showformat '${Package} ' apt 'perl*' 'libperl*') \
    && rm -rf /usr/lib/*/gconv /usr/lib/*/perl-base /usr/share/doc/*/changelog* /usr/share/locale /usr/share/man \
      /usr/share/zoneinfo /var/cache /var/lib/apt /var/log/*
COPY dist /opt/simplestreams
RUN ln -s /opt/simplestreams/cli.mjs /usr/local/bin/simplestreams && chmod 755 /opt/simplestreams/cli.mjs \
    && simplestreams --version

# One layer: what was removed above is in none below.
FROM scratch
COPY --from=system / /
ARG VERSION=0.0.0-dev
ARG REVISION=
ARG SOURCE=
LABEL org.opencontainers.image.title="simplestreams" \
      org.opencontainers.image.description="Publishes operating-system images into a signed simplestreams root, and checks roots" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.source="${SOURCE}"
# The user may have no entry in /etc/passwd, and the root may be read-only.
ENV HOME=/tmp \
    LANG=C.UTF-8 \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
WORKDIR /data
USER 65532:65532
ENTRYPOINT ["simplestreams"]
CMD ["--help"]
