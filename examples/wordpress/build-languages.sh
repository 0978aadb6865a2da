#!/bin/sh
# Makes the translations of the plugin: gongkai.pot from the sources, gongkai-zh_CN.po brought up to date with it, and
# gongkai-zh_CN.mo. The same sources give the same bytes.
# Usage: build-languages.sh [TARGET]; TARGET defaults to the folder languages of the plugin.
set -eu
cd "$(dirname "$0")/gongkai"
target=${1:-languages}
export LC_ALL=C TZ=UTC

find . -name '*.php' ! -path './assets/*' | sort |
	xgettext --files-from=- --language=PHP --from-code=UTF-8 --keyword=__ --keyword=esc_html__ --keyword=esc_attr__ \
		--add-comments=translators --add-location=file --no-wrap --package-name=gongkai --output=- |
	sed '/^"POT-Creation-Date/d; s/charset=CHARSET/charset=UTF-8/; /^# /d; /^#$/d; /^#, fuzzy$/d' > "$target/gongkai.pot"
msgmerge --quiet --no-wrap --no-fuzzy-matching --output-file="$target/new.po" languages/gongkai-zh_CN.po "$target/gongkai.pot"
mv "$target/new.po" "$target/gongkai-zh_CN.po"
msgfmt --check-format --no-hash --output-file="$target/gongkai-zh_CN.mo" "$target/gongkai-zh_CN.po"
