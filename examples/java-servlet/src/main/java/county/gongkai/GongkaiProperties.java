package county.gongkai;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a site has to say of itself.
 *
 * @param dist folder of the built widgets, {@code wasm-widgets/dist}
 * @param publisher publisher of new entries
 * @param region region code of new entries, six digits
 */
@ConfigurationProperties("gongkai")
public record GongkaiProperties(Path dist, String publisher, String region) {}
