package vn.soto.edge;

import com.nimbusds.jose.JWSAlgorithm;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.reactive.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import vn.soto.edge.oidc.OidcSignIn;
import vn.soto.edge.session.SessionFilter;
import vn.soto.edge.session.SignOut;
import vn.soto.edge.start.StartRefusedException;

/**
 * Sign-in with access tokens (RFC 6750, JWT), and with sessions of browsers where their keys are set. The actuator has
 * its own port, which the operator keeps on the internal network. Health and metrics there need no token, since a load
 * balancer or scraper has no account.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties(SignInSettings.class)
@Import({StartReport.class, NodeSessionConfiguration.class})
public class TokenSignInConfiguration {

    @Bean
    SignInKeys signInKeys(SignInSettings settings, Clock clock, MeterRegistry meters) {
        try {
            JWSAlgorithm algorithm = JWSAlgorithm.parse(settings.algorithm().getName());
            KeySource source = KeySource.at(Objects.requireNonNull(settings.keys()));
            SignInKeys keys = new SignInKeys(source, algorithm, settings.keysStaleAfter(), clock);
            Gauge.builder("soto.sign-in.keys.age", keys, read -> read.age().toSeconds())
                    .baseUnit("seconds")
                    .register(meters);
            return keys;
        } catch (KeysUnusableException e) {
            throw new StartRefusedException(
                    "The issuer's public keys, soto.sign-in.keys=" + settings.keys() + ": " + e.getMessage(),
                    "Put there a JWK set with the issuer's public keys for " + settings.algorithm() + ".",
                    e);
        }
    }

    @Bean
    ReactiveJwtDecoder tokens(SignInSettings settings, SignInKeys keys, Clock clock) {
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSource(keys::candidates)
                .jwsAlgorithm(settings.algorithm())
                .validateType(false) // TokenRules checks it, including the type of RFC 9068
                .build();
        decoder.setJwtValidator(new TokenRules(
                Objects.requireNonNull(settings.issuer()),
                Objects.requireNonNull(settings.audience()),
                settings.maxTokenLife(),
                clock));
        // Every other decoding error is a bad token: the keys are local and decoding calls no other service.
        return token -> decoder.decode(token)
                .onErrorMap(
                        error -> !(error instanceof BadJwtException),
                        error -> error.getCause() instanceof KeysStaleException stale
                                ? stale
                                : new BadJwtException("not a token", error));
    }

    @Bean
    SecurityWebFilterChain security(
            ServerHttpSecurity http,
            ReactiveJwtDecoder tokens,
            ObjectProvider<SessionFilter> sessions,
            ObjectProvider<OidcSignIn> signIn,
            ObjectProvider<SignOut> signOut,
            Environment environment) {
        refuseOnePort(environment);
        ServerAuthenticationEntryPoint token = UnauthorizedEntryPoint.token();
        ServerAuthenticationEntryPoint unauthorized =
                signIn.getIfAvailable() == null ? token : new BrowserEntryPoint(token);
        ReactiveJwtAuthenticationConverter principals = new ReactiveJwtAuthenticationConverter();
        principals.setJwtGrantedAuthoritiesConverter(new TokenRoles());
        sessions.ifAvailable(filter -> http.addFilterBefore(filter, SecurityWebFiltersOrder.AUTHENTICATION));
        signOut.ifAvailable(filter -> http.addFilterBefore(filter, SecurityWebFiltersOrder.AUTHORIZATION));
        signIn.ifAvailable(filter -> http.addFilterBefore(filter, SecurityWebFiltersOrder.AUTHENTICATION));
        return http.authorizeExchange(exchanges -> exchanges
                        // Matches the actuator's port only.
                        .matchers(EndpointRequest.toAnyEndpoint())
                        .permitAll()
                        .matchers(new RequestsAt(HttpMethod.GET, PublicPages.addresses(environment)))
                        .permitAll()
                        .anyExchange()
                        .authenticated())
                .oauth2ResourceServer(bearer -> bearer.jwt(jwt -> jwt.jwtDecoder(tokens)
                                .jwtAuthenticationConverter(
                                        read -> principals.convert(read).map(known -> proven(known, read))))
                        .authenticationEntryPoint(unauthorized))
                .exceptionHandling(exceptions -> exceptions.authenticationEntryPoint(unauthorized))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                // Every answer has its headers before it comes here.
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .build();
    }

    private static AbstractAuthenticationToken proven(AbstractAuthenticationToken known, Jwt token) {
        known.setDetails(TokenProof.of(token));
        return known;
    }

    private static void refuseOnePort(Environment environment) {
        if (ManagementPortType.get(environment) == ManagementPortType.SAME) {
            throw new StartRefusedException(
                    "The actuator, which asks for no token, would be on the port everybody uses.",
                    "Set management.server.port to another port than server.port, and keep it to the internal network.",
                    null);
        }
    }
}
