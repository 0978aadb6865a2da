<?php
// The words of the guideline, out of the compiled packs in the folder of the widgets.

declare(strict_types=1);

require_once __DIR__ . '/settings.php';

/** @return array<string, mixed>|null an item of a pack, with its fields */
function guideline_item(string $pack, string $item): ?array
{
    if (!preg_match('/^[a-z0-9-]+$/', $pack)) {
        return null;
    }
    $file = packs_folder() . "/$pack.json";
    $items = is_file($file) ? json_decode((string) file_get_contents($file), true)['items'] : [];
    foreach ($items as $candidate) {
        if ($candidate['id'] === $item) {
            return $candidate;
        }
    }
    return null;
}
