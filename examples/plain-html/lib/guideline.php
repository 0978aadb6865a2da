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
