<?php
// What the programs have to be told of this site. A variable of the same name in the environment comes first.

declare(strict_types=1);

return [
    // Folder of the widgets, the one that the site serves as widgets/; the programs read packs/ in it.
    'GONGKAI_DIST' => __DIR__ . '/widgets',
    // Address of `gongkai serve`.
    'GONGKAI_SERVICE' => 'http://127.0.0.1:8054',
    // Folder of the entries, which PHP can write to; better one outside of what is served.
    'SITE_DATA' => __DIR__ . '/data',
];
