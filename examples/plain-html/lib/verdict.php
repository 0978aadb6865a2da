<?php
// What the guideline says of an entry: the service `gongkai serve` is asked.

declare(strict_types=1);

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
    $service = getenv('GONGKAI_SERVICE') ?: 'http://127.0.0.1:8054';
    $request = stream_context_create(['http' => [
        'method' => 'POST',
        'header' => 'Content-Type: application/json',
        'content' => $entry,
        'timeout' => 10,
        'ignore_errors' => true,
    ]]);
    $answer = @file_get_contents("$service/v1/check?stage=publish&told=true", false, $request);
    $status = isset($http_response_header[0]) ? (int) substr($http_response_header[0], 9, 3) : 0;
    if ($status >= 400 && $status < 500) {
        return null;
    }
    $report = $answer === false ? null : json_decode($answer, true);
    if ($status !== 200 || !isset($report['verdict'])) {
        throw new NoVerdict();
    }
    return $report;
}
