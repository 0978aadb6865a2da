<?php
// What an editor sees when an entry has been stored. Only here the browser is told that its draft may go.

declare(strict_types=1);

require_once __DIR__ . '/lib/entries.php';
require_once __DIR__ . '/lib/page.php';

$id = is_string($_GET['id'] ?? null) ? $_GET['id'] : '';
$draft = is_string($_GET['draft'] ?? null) ? $_GET['draft'] : '';
$entry = entry_of($id);
// Looked at again later, this page must not remove the draft of the next entry.
$is_new = $entry !== null && time() - filemtime(entries_folder() . "/$id.json") < 60;
page_begin($entry === null ? '没有这条内容' : '已公开', $entry === null ? 404 : 200);
if ($entry !== null) {
    echo '<h1>已公开</h1><p><a href="entry.php?id=' . text($id) . '">' . text((string) ($entry['title'] ?? '')) . '</a></p>';
    echo '<gongkai-form readonly pack="widgets/packs/' . text($entry['pack']) . '.json" item="' . text($entry['item']) . '"';
    echo ' value="' . text(entry_text($id)) . '" draft-saved="' . text($is_new ? $draft : '') . '"></gongkai-form>';
}
page_end();
