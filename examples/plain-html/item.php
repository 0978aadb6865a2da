<?php
// The entries of an item, for citizens.

declare(strict_types=1);

require_once __DIR__ . '/lib/entries.php';
require_once __DIR__ . '/lib/guideline.php';
require_once __DIR__ . '/lib/page.php';

$pack = is_string($_GET['pack'] ?? null) ? $_GET['pack'] : '';
$item = is_string($_GET['item'] ?? null) ? $_GET['item'] : '';
$known = guideline_item($pack, $item);
$entries = $known === null ? [] : entries_of_item($pack, $item);
page_begin($known['name'] ?? '没有这个事项', $known === null ? 404 : 200);
echo '<h1>' . text($known['name'] ?? '没有这个事项') . '</h1>';
if (isset($known['time_limit']['text'])) {
    echo '<p>公开时限：' . text($known['time_limit']['text']) . '</p>';
}
echo $entries === [] ? '<p>尚无内容</p>' : '<ul>';
foreach ($entries as $id => $entry) {
    echo '<li><a href="entry.php?id=' . text($id) . '">' . text((string) ($entry['title'] ?? '')) . '</a></li>';
}
echo $entries === [] ? '' : '</ul>';
page_end();
