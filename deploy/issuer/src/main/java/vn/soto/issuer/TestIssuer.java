package vn.soto.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * Spring Authorization Server on a free port of loopback: user {@code lan}, an officer; client {@code soto-web} for browsers and
 * {@code soto-machine} for machines. A line on standard input makes a new key, and the old one is withdrawn. It ends with its
 * standard input.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class TestIssuer {

    /** Begins the line that tells the port. */
    public static final String READY = "issuer on port ";

    public static final String PASSWORD = "mật-khẩu-để-thử";
    public static final String WEB_SECRET = "bí+mật=";
    public static final String MACHINE_SECRET = "bí+mật=máy";
    private static final String CLIENT = "spring.security.oauth2.authorizationserver.client.";

    private final AtomicReference<JWK> key = new AtomicReference<>(newKey());
    private final Environment environment;

    TestIssuer(Environment environment) {
        this.environment = environment;
    }

    public static void main(String[] arguments) throws IOException {
        SpringApplication application = new SpringApplication(TestIssuer.class);
        application.setDefaultProperties(Map.ofEntries(
                Map.entry("server.port", "0"),
                Map.entry("server.address", "127.0.0.1"),
                Map.entry("logging.level.root", "warn"),
                Map.entry("spring.main.banner-mode", "off"),
                Map.entry("spring.security.user.name", "lan"),
                Map.entry("spring.security.user.password", "{noop}" + PASSWORD),
                Map.entry(CLIENT + "web.registration.client-id", "soto-web"),
                Map.entry(CLIENT + "web.registration.client-secret", "{noop}" + WEB_SECRET),
                Map.entry(CLIENT + "web.registration.client-authentication-methods", "client_secret_basic"),
                Map.entry(CLIENT + "web.registration.authorization-grant-types", "authorization_code"),
                // A loopback address stands for every port (RFC 8252).
                Map.entry(CLIENT + "web.registration.redirect-uris", "http://127.0.0.1/sign-in/callback"),
                Map.entry(CLIENT + "web.registration.scopes", "openid"),
                Map.entry(CLIENT + "web.require-proof-key", "true"),
                Map.entry(CLIENT + "machine.registration.client-id", "soto-machine"),
                Map.entry(CLIENT + "machine.registration.client-secret", "{noop}" + MACHINE_SECRET),
                Map.entry(CLIENT + "machine.registration.client-authentication-methods", "client_secret_basic"),
                Map.entry(CLIENT + "machine.registration.authorization-grant-types", "client_credentials")));
        TestIssuer issuer = application.run(arguments).getBean(TestIssuer.class);
        while (System.in.read() >= 0) {
            issuer.key.set(newKey());
            System.out.println("new key");
        }
        System.exit(0);
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        System.out.println(READY + environment.getProperty("local.server.port"));
    }

    @Bean
    JWKSource<SecurityContext> keys() {
        return (selector, context) -> selector.select(new JWKSet(key.get()));
    }

    /** Access tokens are for the API; the roles are in both kinds of tokens. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        return token -> {
            token.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
            token.getClaims().claim("roles", List.of("OFFICER"));
            if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
                token.getClaims().audience(List.of("soto"));
            }
        };
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
