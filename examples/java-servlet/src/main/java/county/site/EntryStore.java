package county.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The site's own table of entries. */
@Repository
public class EntryStore {
    private static final String COLUMNS = "select id, pack, item, title, is_public, version, entry from entry ";

    private final JdbcClient database;
    private final ObjectMapper json;

    public EntryStore(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    public List<StoredEntry> all() {
        return database.sql(COLUMNS + "order by id desc").query(this::read).list();
    }

    public List<StoredEntry> published(String pack, String item) {
        return database
                .sql(COLUMNS + "where pack = ? and item = ? and is_public order by id desc")
                .params(pack, item)
                .query(this::read)
                .list();
    }

    public Optional<StoredEntry> find(long id) {
        return database.sql(COLUMNS + "where id = ?").param(id).query(this::read).optional();
    }

    /** Keeps a new entry. */
    public void add(String pack, String item, JsonNode entry, boolean isPublic) {
        database.sql("insert into entry (pack, item, title, is_public, version, entry) values (?, ?, ?, ?, 1, ?)")
                .params(pack, item, entry.path("title").asText(), isPublic, entry.toString())
                .update();
    }

    /** Puts another version in its place; false when somebody else was faster. */
    public boolean replace(StoredEntry old, long version, JsonNode entry, boolean isPublic) {
        int changed = database
                .sql("update entry set title = ?, is_public = ?, version = version + 1, entry = ? where id = ? and version = ?")
                .params(entry.path("title").asText(), isPublic, entry.toString(), old.id(), version)
                .update();
        return changed == 1;
    }

    private StoredEntry read(ResultSet row, int number) throws SQLException {
        try {
            return new StoredEntry(
                    row.getLong("id"),
                    row.getString("pack"),
                    row.getString("item"),
                    row.getString("title"),
                    row.getBoolean("is_public"),
                    row.getLong("version"),
                    json.readTree(row.getString("entry")));
        } catch (JsonProcessingException error) {
            throw new SQLException("entry " + row.getLong("id") + " is no JSON", error);
        }
    }
}
