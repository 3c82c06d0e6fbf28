#!/usr/bin/env bash
# Makes the passwords of the cluster's database, once: files in docker/secrets, in the form of PostgreSQL's own password files.
# Containers read them as users of their own, so the files are open and the folder is closed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
mkdir -p -m 700 secrets
for role in archive replicator; do
    file=secrets/$role.pgpass
    [ -e "$file" ] && continue
    echo "*:*:*:$role:$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')" >"$file"
    chmod 444 "$file"
done
