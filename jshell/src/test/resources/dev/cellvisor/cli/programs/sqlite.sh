# Inserts, an index, sums, and SQLite's own check of the file.
rm -f /tmp/db
sqlite3 /tmp/db <<SQL
pragma journal_mode = wal;
create table t (a integer primary key, b text, c real);
with recursive n (i) as (select 1 union all select i + 1 from n where i < ${1:-5000}) insert into t select i, printf('%x-%d', i * 2654435761 % 4294967296, i), sqrt(i) / 3 from n;
create index tb on t (b);
update t set c = c * 1.1 where a % 3 = 0;
delete from t where a % 7 = 0;
select count(*), sum(a), sum(c), avg(c), min(b), max(b) from t;
select b, c from t where b like 'f%' order by b limit 5;
select substr(b, 1, 1) as h, count(*), total(c) from t group by h;
pragma integrity_check;
vacuum;
SQL
sha256sum </tmp/db
