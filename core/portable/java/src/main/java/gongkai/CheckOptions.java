package gongkai;

import java.time.LocalDate;

/** How an entry is to be judged. */
public final class CheckOptions {
    private final LocalDate today;
    private final String stage;
    private final boolean told;

    private CheckOptions(LocalDate today, String stage, boolean told) {
        this.today = today;
        this.stage = stage;
        this.told = told;
    }

    /** As when it is published on this day. */
    public static CheckOptions publish(LocalDate today) {
        return new CheckOptions(today, "publish", false);
    }

    /** As a draft, which may be incomplete. */
    public static CheckOptions draft(LocalDate today) {
        return new CheckOptions(today, "draft", false);
    }

    /** Each issue carries its sentences in both languages. */
    public CheckOptions told() {
        return new CheckOptions(today, stage, true);
    }

    String json() {
        return "{\"today\":\"" + today + "\",\"stage\":\"" + stage + "\",\"told\":" + told + "}";
    }
}
