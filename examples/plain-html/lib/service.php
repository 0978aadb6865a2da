<?php
// The service `gongkai serve`, which knows the guideline.

declare(strict_types=1);

/** @return array{int, string} status and body of its answer to an entry; status 0 when there is none */
function ask_service(string $question, string $entry, int $seconds): array
{
    $service = getenv('GONGKAI_SERVICE') ?: 'http://127.0.0.1:8054';
    $request = stream_context_create(['http' => [
        'method' => 'POST',
        'header' => 'Content-Type: application/json',
        'content' => $entry,
        'timeout' => $seconds,
        'ignore_errors' => true,
    ]]);
    $answer = @file_get_contents($service . $question, false, $request);
    $status = isset($http_response_header[0]) ? (int) substr($http_response_header[0], 9, 3) : 0;
    return $answer === false ? [0, ''] : [$status, $answer];
}
