<?php
// Which address is answered by what, for PHP's own server: php -S 127.0.0.1:8080 router.php
// On a web server that serves files itself, pages/ and the widgets are plain files, and the three programs stay.

declare(strict_types=1);

const PROGRAMS = ['/save' => 'save.php', '/item' => 'item.php', '/entry' => 'entry.php'];
const KINDS = [
    'html' => 'text/html', 'js' => 'text/javascript', 'css' => 'text/css', 'json' => 'application/json',
    'wasm' => 'application/wasm',
];

$path = (string) parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (isset(PROGRAMS[$path])) {
    require __DIR__ . '/' . PROGRAMS[$path];
    return;
}
$folders = ['/widgets/' => getenv('GONGKAI_DIST') ?: __DIR__ . '/../../wasm-widgets/dist', '/vendor/' => getenv('SITE_VENDOR') ?: __DIR__ . '/vendor'];
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
