create table if not exists entry (
    id integer primary key,
    pack text not null,
    item text not null,
    title text not null,
    is_public boolean not null,
    version integer not null,
    entry text not null -- gongkai-entry/1, plain JSON
);
create index if not exists entry_item on entry (pack, item, is_public);
