<?php
// The words of the guideline, out of the compiled packs in the folder of the widgets.

declare(strict_types=1);

/** @return array<string, mixed>|null an item of a pack, with its fields */
function guideline_item(string $pack, string $item): ?array
{
    if (!preg_match('/^[a-z0-9-]+$/', $pack)) {
        return null;
    }
    $folder = getenv('GONGKAI_DIST') ?: __DIR__ . '/../../../wasm-widgets/dist';
    $file = "$folder/packs/$pack.json";
    $items = is_file($file) ? json_decode((string) file_get_contents($file), true)['items'] : [];
    foreach ($items as $candidate) {
        if ($candidate['id'] === $item) {
            return $candidate;
        }
    }
    return null;
}

/** A value as text: lists and rows in lines, parts with their names. */
function guideline_text(mixed $value, array $parts = []): string
{
    if (is_bool($value)) {
        return $value ? '是' : '否';
    }
    if (!is_array($value)) {
        return (string) $value;
    }
    $names = array_column($parts, 'name', 'key') + ['title' => '标题', 'number' => '发文字号', 'date' => '日期', 'link' => '链接'];
    if (isset($value['start'], $value['end'])) {
        return "{$value['start']}至{$value['end']}";
    }
    if (isset($value['amount'])) {
        return $value['amount'] . ($value['unit'] ?? '');
    }
    if (array_is_list($value)) {
        return implode("\n", array_map(fn ($row) => guideline_text($row, $parts), $value));
    }
    $told = [];
    foreach ($value as $key => $part) {
        $told[] = ($names[$key] ?? $key) . '：' . guideline_text($part);
    }
    return implode('；', $told);
}
