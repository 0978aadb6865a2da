package county.site;

import county.gongkai.Item;
import county.gongkai.Packs;
import county.gongkai.Reading;
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
    private final Reading reading;

    public PublicController(EntryStore entries, Packs packs, Reading reading) {
        this.entries = entries;
        this.packs = packs;
        this.reading = reading;
    }

    @GetMapping("/")
    String menu() {
        return "public/menu";
    }

    @GetMapping("/open/{pack}/{item}")
    String list(@PathVariable String pack, @PathVariable String item, Model model) {
        model.addAttribute("item", item(pack, item));
        model.addAttribute("entries", entries.published(pack, item));
        return "public/list";
    }

    @GetMapping("/open/{pack}/{item}/{id}")
    String entry(@PathVariable String pack, @PathVariable String item, @PathVariable long id, Model model) {
        Item asked = item(pack, item);
        StoredEntry stored = entries.find(id)
                .filter(StoredEntry::isPublic)
                .filter(entry -> entry.pack().equals(pack) && entry.item().equals(item))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("item", asked);
        model.addAttribute("stored", stored);
        model.addAttribute("facts", reading.of(asked, stored.entry()));
        return "public/entry";
    }

    private Item item(String pack, String item) {
        return packs.item(pack, item).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
