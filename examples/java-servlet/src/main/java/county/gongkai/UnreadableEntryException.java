package county.gongkai;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What was posted is no entry of a known item. */
@ResponseStatus(HttpStatus.BAD_REQUEST)
public class UnreadableEntryException extends RuntimeException {
    public UnreadableEntryException(Throwable cause) {
        super("no entry of a known item", cause);
    }
}
