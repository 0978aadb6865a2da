package gongkai;

/** Why the validator has no answer. */
public final class ValidatorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    ValidatorException(String code, String message, Throwable cause) {
        super(code + ": " + message, cause);
        this.code = code;
    }

    /** Stable, such as {@code item-unknown}. */
    public String code() {
        return code;
    }
}
