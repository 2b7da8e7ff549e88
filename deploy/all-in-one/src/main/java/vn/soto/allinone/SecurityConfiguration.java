package vn.soto.allinone;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import vn.soto.allinone.account.AccountFiles;
import vn.soto.allinone.account.AccountStore;
import vn.soto.allinone.account.SignInFilters;
import vn.soto.domain.plan.RightHolders;
import vn.soto.domain.shared.CommandRights;
import vn.soto.edge.BrowserEntryPoint;
import vn.soto.edge.PublicPages;
import vn.soto.edge.RequestsAt;
import vn.soto.edge.UnauthorizedEntryPoint;

/** Local accounts sign in by cookie or HTTP Basic; only liveness, readiness, the bare health status and signing in are public. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

    /** @param folder orders the beans: the folder is there */
    @Bean
    AccountFiles accountFiles(SotoSettings settings, DataFolder folder) {
        return new AccountFiles(folder.path(), settings.demo());
    }

    /** The accounts are all here, so it is known who holds a right before anybody uses it. */
    @Bean
    RightHolders rightHolders(AccountStore accounts) {
        return (actor, commands) -> accounts.all().stream()
                .filter(account -> !account.id().value().equals(actor))
                .anyMatch(account ->
                        commands.stream().allMatch(each -> CommandRights.mayIssue(account.assertedRoles(), each)));
    }

    @Bean
    SecurityWebFilterChain security(ServerHttpSecurity http, SignInFilters signIn, Environment environment) {
        UnauthorizedEntryPoint unauthorized = UnauthorizedEntryPoint.basic();
        return http.authorizeExchange(exchanges -> exchanges
                        .matchers(
                                new RequestsAt(HttpMethod.GET, PublicPages.addresses(environment)),
                                new RequestsAt(
                                        HttpMethod.GET,
                                        "/actuator/health",
                                        "/actuator/health/liveness",
                                        "/actuator/health/readiness",
                                        "/sign-in",
                                        "/sign-in/accounts"),
                                new RequestsAt(HttpMethod.POST, "/sign-in", "/sign-in/pin", "/sign-out"))
                        .permitAll()
                        .anyExchange()
                        .authenticated())
                .addFilterAt(signIn.bySession(), SecurityWebFiltersOrder.HTTP_BASIC)
                .addFilterAt(signIn.byPassword(unauthorized), SecurityWebFiltersOrder.HTTP_BASIC)
                .addFilterAfter(signIn.unfinished(), SecurityWebFiltersOrder.AUTHORIZATION)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .exceptionHandling(
                        exceptions -> exceptions.authenticationEntryPoint(new BrowserEntryPoint(unauthorized)))
                // A session is a cookie; requests with one come from a page of this site, by ForeignSiteFilter.
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                // It would make a session for each request, and hand the request to two other threads for it.
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .headers(Customizer.withDefaults())
                .build();
    }
}
