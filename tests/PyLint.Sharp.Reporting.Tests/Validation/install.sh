#!/usr/bin/env bash
# Installs the validators of others that ExternalValidatorTests uses: install.sh FOLDER, then PYLINT_SHARP_VALIDATORS=FOLDER dotnet test.
set -euo pipefail
mkdir -p "${1:?a folder to install in}"
cd "$1"
[ -f package.json ] || npm init -y >/dev/null
npm install --no-audit --no-fund --ignore-scripts ajv@8 ajv-formats@3 @microsoft/sarif-multitool@5.7
chmod u+x node_modules/@microsoft/sarif-multitool-*/Sarif.Multitool*
