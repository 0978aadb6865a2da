package county.site;

import county.gongkai.Packs;
import jakarta.servlet.ServletContext;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Finds what a form is for. */
@Component
class FormTargets {
    /** Paths that entries are posted to: of one that is stored, of a new one. */
    private static final Pattern PATH = Pattern.compile("/admin/(?:entries/(\\d{1,18})|([^/]+)/([^/]+))");

    private final EntryStore entries;
    private final Packs packs;
    private final ServletContext site;

    FormTargets(EntryStore entries, Packs packs, ServletContext site) {
        this.entries = entries;
        this.packs = packs;
        this.site = site;
    }

    FormTarget of(StoredEntry stored) {
        return target("/admin/entries/" + stored.id(), stored.pack(), stored.item(), stored);
    }

    /** Of a new entry. */
    FormTarget of(String pack, String item) {
        return target("/admin/" + pack + "/" + item, pack, item, null);
    }

    /** Of what is posted to this path; none when nothing is. */
    Optional<FormTarget> at(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        if (matcher.group(1) == null) {
            return Optional.of(of(matcher.group(2), matcher.group(3)));
        }
        return entries.find(Long.parseLong(matcher.group(1))).map(this::of);
    }

    private FormTarget target(String path, String pack, String item, StoredEntry stored) {
        return new FormTarget(site.getContextPath() + path, pack + "/" + item, packs.item(pack, item).orElse(null), stored);
    }
}
