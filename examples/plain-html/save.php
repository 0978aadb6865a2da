<?php
// Takes what a form posts, lets the guideline judge it, and keeps it. Accounts are the site's own affair: put this
// address behind them.

declare(strict_types=1);

require_once __DIR__ . '/lib/verdict.php';
require_once __DIR__ . '/lib/entries.php';
require_once __DIR__ . '/lib/guideline.php';
require_once __DIR__ . '/lib/page.php';
require_once __DIR__ . '/lib/reading.php';

/** The post as UTF-8: a page in GBK posts in GBK, and says so in the field that browsers fill in. */
function posted(string $name): string
{
    $value = is_string($_POST[$name] ?? null) ? $_POST[$name] : '';
    $charset = is_string($_POST['_charset_'] ?? null) ? strtoupper($_POST['_charset_']) : 'UTF-8';
    return in_array($charset, ['GBK', 'GB2312', 'GB18030'], true) ? mb_convert_encoding($value, 'UTF-8', 'GB18030') : $value;
}

/** The form once more, with all that was typed and what is wrong; what is no entry of a known item is text. */
function come_back(string $entry, ?array $report, string $said, int $status): void
{
    $draft = posted('draft');
    $read = json_decode($entry, true);
    $pack = is_string($read['pack'] ?? null) ? $read['pack'] : '';
    $item = is_string($read['item'] ?? null) ? $read['item'] : '';
    try {
        $known = guideline_item($pack, $item);
    } catch (WrongSetting) {
        $known = null;
    }
    page_begin($known['name'] ?? '未能保存', $status);
    echo '<h1>' . text($known['name'] ?? '未能保存') . '</h1><p role="alert">' . text($said) . '</p>';
    echo '<form method="post" action="save.php"><input type="hidden" name="draft" value="' . text($draft) . '">';
    $field = '<label>内容（JSON）<textarea name="entry" rows="20" cols="80">' . text($entry) . '</textarea></label>';
    if ($known !== null) {
        $report = $report === null ? '' : ' report="' . text((string) json_encode($report, JSON_UNESCAPED_UNICODE)) . '"';
        // The draft stays until the page says that it is stored.
        $field = '<gongkai-form name="entry" pack="widgets/packs/' . text($pack) . '.json" item="' . text($item) . '"'
            . ' value="' . text($entry) . '"' . $report . ' draft-key="' . text($draft) . '" draft-saved="" guidance ready-list>'
            . $field . '</gongkai-form>';
    }
    echo $field . '<p><button id="publish">公开</button></p></form>';
    page_end();
}

if ($_SERVER['REQUEST_METHOD'] !== 'POST') {
    header('Allow: POST');
    page_begin('请从表单提交', 405);
    page_end();
    return;
}
// Another site may not post with the cookies of this one.
if (!in_array($_SERVER['HTTP_SEC_FETCH_SITE'] ?? 'same-origin', ['same-origin', 'none'], true)) {
    page_begin('请从本站的表单提交', 403);
    page_end();
    return;
}
$entry = posted('entry');
try {
    packs_folder();
    entries_folder();
    $report = verdict($entry);
} catch (NoVerdict) {
    $said = '检查服务（GONGKAI_SERVICE）暂时没有回应，内容尚未公开；已填写的内容都在下方，请稍后再试。';
    come_back($entry, null, $said, 503);
    return;
} catch (WrongSetting $trouble) {
    come_back($entry, null, $trouble->getMessage() . '内容尚未公开；已填写的内容都在下方。', 503);
    return;
}
if ($report === null) {
    come_back($entry, null, '提交的不是有效的内容，尚未公开；原文在下方，请改正后再提交。', 400);
    return;
}
if ($report['verdict'] === 'blocked') {
    come_back($entry, $report, '填写的内容有问题，尚未公开；已填写的内容都在下方。', 422);
    return;
}
try {
    $id = keep_entry((string) json_encode(json_decode($entry), JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES));
} catch (WrongSetting $trouble) {
    come_back($entry, null, $trouble->getMessage() . '内容尚未公开；已填写的内容都在下方。', 503);
    return;
}
keep_reading($id, 10);
header('Location: stored.php?' . http_build_query(['id' => $id, 'draft' => posted('draft')]), true, 303);
