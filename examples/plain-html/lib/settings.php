<?php
// The settings of the site, and what is said when one of them is wrong.

declare(strict_types=1);

require_once __DIR__ . '/page.php';

/** A setting leads nowhere; the message is for the page, the place itself for the log. */
final class WrongSetting extends RuntimeException
{
    public function __construct(string $name, string $trouble)
    {
        error_log("$name=" . setting($name) . ": $trouble");
        parent::__construct("网站设置有误：$name {$trouble}，请管理员在 settings.php 或环境变量中改正。");
    }
}

function setting(string $name): string
{
    static $written = null;
    $written ??= require __DIR__ . '/../settings.php';
    return getenv($name) ?: $written[$name];
}

/** The folder of the compiled packs. */
function packs_folder(): string
{
    $folder = setting('GONGKAI_DIST') . '/packs';
    return is_dir($folder) ? $folder : throw new WrongSetting('GONGKAI_DIST', '指向的目录里没有 packs/');
}

/** The folder of the entries, made when it is missing. */
function entries_folder(): string
{
    $folder = setting('SITE_DATA');
    if (!is_dir($folder)) {
        @mkdir($folder, 0770, true);
    }
    return is_dir($folder) ? $folder : throw new WrongSetting('SITE_DATA', '指向的目录无法建立');
}

// Citizens' pages say so and nothing else; save.php hands back what was typed.
set_exception_handler(function (Throwable $trouble): void {
    if (!$trouble instanceof WrongSetting) {
        throw $trouble;
    }
    page_begin('网站设置有误', 503);
    echo '<p role="alert">' . text($trouble->getMessage()) . '</p>';
    page_end();
});
