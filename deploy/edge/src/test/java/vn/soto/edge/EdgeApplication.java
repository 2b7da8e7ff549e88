package vn.soto.edge;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The smallest application behind the edge; its one endpoint answers the name and authorities of the caller. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({EdgeConfiguration.class, TokenSignInConfiguration.class, EdgeApplication.Me.class})
class EdgeApplication {

    @Bean
    Clock clock() {
        return Clock.fixed(Issuer.NOW, ZoneOffset.UTC);
    }

    @RestController
    static final class Me {

        @GetMapping("/me")
        String me(Authentication who) {
            List<String> roles = who.getAuthorities().stream()
                    .map(GrantedAuthority::getAuthority)
                    .filter(name -> name.startsWith("ROLE_"))
                    .toList();
            return who.getName() + " " + roles;
        }
    }
}
