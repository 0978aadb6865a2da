package county;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** A county's site: what is public, and the pages on which its editors write it. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CountyApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(CountyApplication.class, arguments);
    }
}
