<?php
// The frame of the pages that are made by programs: the site's own header and footer go here.

declare(strict_types=1);

function text(string $text): string
{
    return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5, 'UTF-8');
}

function page_begin(string $title, int $status = 200): void
{
    http_response_code($status);
    header('Content-Type: text/html; charset=utf-8');
    header("Content-Security-Policy: default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'");
    echo '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">';
    echo '<title>' . text($title) . '</title><link rel="stylesheet" href="site.css">';
    echo '<script type="module" src="widgets/gongkai.js"></script></head><body><main><p><a href="/">首页</a></p>';
}

function page_end(): void
{
    echo '</main></body></html>';
}
