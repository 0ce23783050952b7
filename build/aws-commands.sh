#!/usr/bin/env bash
# Has the AWS CLI parse each command that Headroom's mails and documents print: rehearsal/commands.txt.
# Needs `aws` on the PATH, version 1 or 2, of June 2023 or newer: it has to know serverless replications.
#
# The CLI holds a command against its models of AWS's services before it sends anything, and here it
# is sent to an address where nobody listens. So what failed to connect was understood. (Its option
# --generate-cli-skeleton output would do without an address, but fails with DynamoDB's get-item.)
set -euo pipefail
cd "$(dirname "$0")/.."

commands=rehearsal/commands.txt
nobody=http://127.0.0.1:1
export nobody

if ! command -v aws > /dev/null; then
    echo "There is no aws on the PATH, and it has to parse the commands in $commands. Install the AWS CLI:" \
        "pip install awscli, or https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html" >&2
    exit 2
fi

# What somebody has configured must not mend a command, nor send it.
unset AWS_PROFILE AWS_DEFAULT_PROFILE AWS_REGION AWS_DEFAULT_REGION AWS_DEFAULT_OUTPUT AWS_CLI_AUTO_PROMPT
export AWS_CONFIG_FILE=/dev/null AWS_SHARED_CREDENTIALS_FILE=/dev/null AWS_EC2_METADATA_DISABLED=true
export AWS_ACCESS_KEY_ID=nobody AWS_SECRET_ACCESS_KEY=nobody AWS_MAX_ATTEMPTS=1 AWS_PAGER=
export NO_PROXY=127.0.0.1 no_proxy=127.0.0.1

parse() {
    said=$(sh -c "$1 --endpoint-url $nobody" 2>&1 < /dev/null) || true
    case $said in
        *"Could not connect to the endpoint URL: \"$nobody"*) ;;
        *)
            # Without the table of all that it would have understood.
            said=$(sed -e '/^ *$/d' -e '/^[a-z0-9-]* *| [a-z0-9-]* *$/d' -e 's/^/  /' <<< "$said")
            printf 'The AWS CLI does not take\n  %s\nand says:\n%s\n\n' "$1" "$said"
            exit 1
            ;;
    esac
}
export -f parse

count=$(grep -c . "$commands")
if ! grep . "$commands" | tr '\n' '\0' | xargs -0 -n 1 -P 4 bash -c 'parse "$1"' parse >&2; then
    echo "Mend the report or the document that prints it; mvn verify -Dtranscripts=rewrite writes $commands anew." >&2
    exit 1
fi
echo "$(aws --version 2>&1 | cut -d ' ' -f 1) takes all $count commands of $commands."
