<?php
// An entry, for citizens.

declare(strict_types=1);

require_once __DIR__ . '/lib/entries.php';
require_once __DIR__ . '/lib/page.php';
require_once __DIR__ . '/lib/reading.php';

$id = is_string($_GET['id'] ?? null) ? $_GET['id'] : '';
$entry = entry_of($id);
$title = $entry === null ? '没有这条内容' : (string) ($entry['title'] ?? '');
page_begin($title, $entry === null ? 404 : 200);
echo '<article><h1>' . text($title) . '</h1>' . ($entry === null ? '' : reading($id)) . '</article>';
page_end();
