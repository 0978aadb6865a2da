<?php
// Which address is answered by what, for PHP's own server: php -S 127.0.0.1:8080 router.php
// It puts together what lies in several folders here; where all of it is copied into one, nobody needs it.

declare(strict_types=1);

const PROGRAMS = ['/save.php', '/stored.php', '/item.php', '/entry.php'];
const KINDS = [
    'html' => 'text/html', 'js' => 'text/javascript', 'css' => 'text/css', 'json' => 'application/json',
    'wasm' => 'application/wasm',
];

$path = (string) parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
$widgets = getenv('GONGKAI_DIST') ?: __DIR__ . '/../../wasm-widgets/dist';
if (in_array($path, PROGRAMS, true)) {
    putenv("GONGKAI_DIST=$widgets");
    require __DIR__ . $path;
    return;
}
$folders = ['/widgets/' => $widgets, '/vendor/' => getenv('SITE_VENDOR') ?: __DIR__ . '/vendor'];
$file = __DIR__ . '/pages' . ($path === '/' ? '/index.html' : $path);
foreach ($folders as $prefix => $folder) {
    if (str_starts_with($path, $prefix)) {
        $file = $folder . '/' . substr($path, strlen($prefix));
    }
}
if (str_contains($path, '..') || !is_file($file)) {
    http_response_code(404);
    header('Content-Type: text/plain; charset=utf-8');
    echo '没有这个页面';
    return;
}
// No charset for pages, which PHP would add: each says itself which one it is in.
ini_set('default_charset', '');
header('Content-Type: ' . (KINDS[pathinfo($file, PATHINFO_EXTENSION)] ?? 'application/octet-stream'));
header('Cache-Control: no-cache');
readfile($file);
