package vn.soto.allinone;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.userdetails.MapReactiveUserDetailsService;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import vn.soto.domain.plan.RightHolders;
import vn.soto.domain.shared.CommandRights;
import vn.soto.edge.UnauthorizedEntryPoint;

/** HTTP Basic over the accounts file; only liveness, readiness and the bare health status are public. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

    @Bean
    List<Accounts.Account> accounts(SotoSettings settings, DataFolder folder) {
        return Accounts.readOrCreate(settings.accountsFile());
    }

    /** The accounts are all here, so it is known who holds a right before anybody uses it. */
    @Bean
    RightHolders rightHolders(List<Accounts.Account> accounts) {
        return (actor, commands) -> accounts.stream()
                .filter(account -> !account.name().equals(actor))
                .anyMatch(account ->
                        commands.stream().allMatch(each -> CommandRights.mayIssue(Set.of(account.role()), each)));
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new RandomPasswordEncoder();
    }

    @Bean
    MapReactiveUserDetailsService users(List<Accounts.Account> accounts, PasswordEncoder encoder) {
        return new MapReactiveUserDetailsService(
                accounts.stream().map(account -> user(account, encoder)).toList());
    }

    private static UserDetails user(Accounts.Account account, PasswordEncoder encoder) {
        return User.withUsername(account.name())
                .password(encoder.encode(account.password()))
                .roles(account.role().name())
                .build();
    }

    @Bean
    SecurityWebFilterChain security(ServerHttpSecurity http) {
        UnauthorizedEntryPoint unauthorized = UnauthorizedEntryPoint.basic();
        return http.authorizeExchange(exchanges -> exchanges
                        .pathMatchers(
                                HttpMethod.GET,
                                "/actuator/health",
                                "/actuator/health/liveness",
                                "/actuator/health/readiness")
                        .permitAll()
                        .anyExchange()
                        .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(unauthorized))
                .exceptionHandling(exceptions -> exceptions.authenticationEntryPoint(unauthorized))
                // There is no session and no cookie, and every write needs a content type that
                // a cross-site page cannot send without preflight.
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .headers(Customizer.withDefaults())
                .build();
    }
}
