<?php
// The entries of the site: one file of plain JSON each.

declare(strict_types=1);

function entries_folder(): string
{
    $folder = getenv('SITE_DATA') ?: __DIR__ . '/../data';
    if (!is_dir($folder)) {
        mkdir($folder, 0770, true);
    }
    return $folder;
}

/** Keeps an entry; written aside and moved, so that nobody reads half of it. */
function keep_entry(string $entry): string
{
    $id = date('Ymd') . '-' . bin2hex(random_bytes(6));
    $file = entries_folder() . "/$id.json";
    file_put_contents("$file.new", $entry);
    rename("$file.new", $file);
    return $id;
}

/** @return array<string, mixed>|null */
function entry_of(string $id): ?array
{
    if (!preg_match('/^\d{8}-[0-9a-f]{12}$/', $id)) {
        return null;
    }
    $file = entries_folder() . "/$id.json";
    return is_file($file) ? json_decode((string) file_get_contents($file), true) : null;
}

/** @return array<string, array<string, mixed>> by id, the newest first */
function entries_of_item(string $pack, string $item): array
{
    $found = [];
    foreach (glob(entries_folder() . '/*.json') ?: [] as $file) {
        $entry = json_decode((string) file_get_contents($file), true);
        if (($entry['pack'] ?? null) === $pack && ($entry['item'] ?? null) === $item) {
            $found[basename($file, '.json')] = $entry;
        }
    }
    krsort($found);
    return $found;
}
