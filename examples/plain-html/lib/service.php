<?php
// The service `gongkai serve`, which knows the guideline.

declare(strict_types=1);

require_once __DIR__ . '/settings.php';

/** @return array{int, string} status and body of its answer to an entry; status 0 when there is none */
function ask_service(string $question, string $entry, int $seconds): array
{
    $request = stream_context_create(['http' => [
        'method' => 'POST',
        'header' => 'Content-Type: application/json',
        'content' => $entry,
        'timeout' => $seconds,
        'ignore_errors' => true,
    ]]);
    $answer = @file_get_contents(setting('GONGKAI_SERVICE') . $question, false, $request);
    $status = isset($http_response_header[0]) ? (int) substr($http_response_header[0], 9, 3) : 0;
    if ($answer === false) {
        error_log('GONGKAI_SERVICE=' . setting('GONGKAI_SERVICE') . ' does not answer');
        return [0, ''];
    }
    return [$status, $answer];
}
