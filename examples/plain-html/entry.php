<?php
// An entry, for citizens.

declare(strict_types=1);

require_once __DIR__ . '/lib/entries.php';
require_once __DIR__ . '/lib/guideline.php';
require_once __DIR__ . '/lib/page.php';

$entry = is_string($_GET['id'] ?? null) ? entry_of($_GET['id']) : null;
$item = $entry === null ? null : guideline_item((string) $entry['pack'], (string) $entry['item']);
if ($entry === null || $item === null) {
    page_begin('没有这条内容', 404);
    echo '<h1>没有这条内容</h1>';
    page_end();
    return;
}
page_begin((string) $entry['title']);
echo '<article class="gongkai-entry"><h1>' . text((string) $entry['title']) . '</h1><dl>';
foreach ($item['fields'] as $field) {
    $value = $entry['elements'][$field['key']] ?? null;
    if ($value !== null && $value !== '' && $value !== []) {
        $parts = $field['kind']['columns'] ?? $field['kind']['fields'] ?? [];
        $lines = explode("\n", guideline_text($value, $parts));
        echo '<div><dt>' . text($field['name']) . '</dt><dd>' . implode('<br>', array_map('text', $lines)) . '</dd></div>';
    }
}
echo '</dl></article>';
page_end();
