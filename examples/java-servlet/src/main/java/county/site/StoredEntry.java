package county.site;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An entry as the site keeps it: plain JSON beside what lists need.
 *
 * @param isPublic whether citizens see it
 * @param version counts the changes, so that two editors do not overwrite each other
 */
public record StoredEntry(long id, String pack, String item, String title, boolean isPublic, long version, JsonNode entry) {}
