package county.site;

import county.gongkai.Item;

/**
 * What an editor's form is for.
 *
 * @param address where it posts to, with the path that the site is under
 * @param item {@code PACK/ITEM}
 * @param known null when the packs do not have the item, or no longer
 * @param stored null when the entry is new
 */
record FormTarget(String address, String item, Item known, StoredEntry stored) {
    boolean isGone() {
        return known == null;
    }
}
