package county.site;

import county.gongkai.GongkaiFilter;
import county.gongkai.GongkaiProperties;
import county.gongkai.Verdicts;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.Customizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who may do what, where the widgets lie, and the filter before all that stores. */
@Configuration
public class SiteConfiguration implements WebMvcConfigurer {
    private static final String POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";

    private final GongkaiProperties properties;

    public SiteConfiguration(GongkaiProperties properties) {
        this.properties = properties;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // The modules belong together, so each is asked for again; most answers are 304.
        registry.addResourceHandler("/widgets/**")
                .addResourceLocations(properties.dist().toUri().toString())
                .setCacheControl(CacheControl.noCache());
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(rules ->
                        rules.requestMatchers("/admin/**").authenticated().anyRequest().permitAll())
                .formLogin(login -> login.defaultSuccessUrl("/admin"))
                .logout(Customizer.withDefaults())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY)))
                .build();
    }

    /** After the security of Spring: whoever may not post is told so first. */
    @Bean
    FilterRegistrationBean<GongkaiFilter> gongkaiFilter(Verdicts verdicts) {
        var filter = new GongkaiFilter(verdicts, "/admin/refused", AdminController.FIELD);
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/admin/*");
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }
}
