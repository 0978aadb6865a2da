<?php
// What the guideline says of an entry.

declare(strict_types=1);

require_once __DIR__ . '/service.php';

/** There is no verdict, so nothing is published. */
final class NoVerdict extends RuntimeException
{
}

/**
 * The report on an entry that is to be published, a gongkai-report/1 with sentences.
 *
 * @return array<string, mixed>|null null: it is no entry of a known item
 * @throws NoVerdict
 */
function verdict(string $entry): ?array
{
    [$status, $answer] = ask_service('/v1/check?stage=publish&told=true', $entry, 10);
    $report = json_decode($answer, true);
    // The service gives its refusals a code; what else answers at a wrong address has none.
    if ($status >= 400 && $status < 500 && isset($report['code'])) {
        return null;
    }
    if ($status !== 200 || !isset($report['verdict'])) {
        throw new NoVerdict();
    }
    return $report;
}
