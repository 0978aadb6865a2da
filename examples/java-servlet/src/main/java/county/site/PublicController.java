package county.site;

import county.gongkai.Item;
import county.gongkai.Packs;
import county.gongkai.Verdicts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What citizens read. */
@Controller
public class PublicController {
    private final EntryStore entries;
    private final Packs packs;
    private final Verdicts verdicts;

    public PublicController(EntryStore entries, Packs packs, Verdicts verdicts) {
        this.entries = entries;
        this.packs = packs;
        this.verdicts = verdicts;
    }

    @GetMapping("/")
    String menu() {
        return "public/menu";
    }

    @GetMapping("/open/{pack}/{item}")
    String list(@PathVariable String pack, @PathVariable String item, Model model) {
        Optional<Item> known = packs.item(pack, item);
        List<StoredEntry> published = entries.published(pack, item);
        if (known.isEmpty() && published.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        // What was made public is read on, even when its item is gone from the packs.
        model.addAttribute("item", known.orElse(null));
        model.addAttribute("id", item);
        model.addAttribute("entries", published);
        return "public/list";
    }

    @GetMapping("/open/{pack}/{item}/{id}")
    String entry(
            @PathVariable String pack, @PathVariable String item, @PathVariable long id, Locale locale, Model model) {
        StoredEntry stored = entries.find(id)
                .filter(StoredEntry::isPublic)
                .filter(entry -> entry.pack().equals(pack) && entry.item().equals(item))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("item", packs.item(pack, item).orElse(null));
        model.addAttribute("stored", stored);
        model.addAttribute("reading", verdicts.reading(stored.entry().toString(), locale).orElse(null));
        return "public/entry";
    }
}
