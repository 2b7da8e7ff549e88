package vn.soto.edge;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import reactor.core.publisher.Mono;
import vn.soto.edge.oidc.AttemptSignature;
import vn.soto.edge.oidc.BrowserSignInSettings;
import vn.soto.edge.oidc.OidcSignIn;
import vn.soto.edge.oidc.SessionStart;
import vn.soto.edge.server.ClientAddress;
import vn.soto.edge.session.Epochs;
import vn.soto.edge.session.SessionCodec;
import vn.soto.edge.session.SessionCookies;
import vn.soto.edge.session.SessionFilter;
import vn.soto.edge.session.SessionStreams;
import vn.soto.edge.session.SharedSessionKeys;
import vn.soto.edge.session.SignOut;
import vn.soto.edge.start.StartRefusedException;

/** Sessions of browsers on a node: each node accepts them; a node that is a client of the issuer begins them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NodeSessionSettings.class)
class NodeSessionConfiguration {

    private static final String KEYS = "soto.sign-in.sessions.keys";
    private static final String CLIENT = "soto.sign-in.browser.client-id";

    /** A setting that is there and not blank: that is how a container leaves one out. */
    private static boolean isSet(String name, ConditionContext context) {
        return !context.getEnvironment().getProperty(name, "").isBlank();
    }

    static final class WithKeys implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return isSet(KEYS, context);
        }
    }

    static final class WithClient implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return isSet(CLIENT, context);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(WithKeys.class)
    static class Accepted {

        @Bean
        SharedSessionKeys sessionKeys(NodeSessionSettings settings) {
            try {
                return new SharedSessionKeys(Objects.requireNonNull(settings.keys()));
            } catch (IllegalArgumentException e) {
                throw new StartRefusedException(
                        KEYS + ": " + e.getMessage(),
                        "Give every node the same keys, each in a line of its own as deploy/bin/session-key makes it.",
                        e);
            }
        }

        @Bean
        SessionCookies sessionCookies(SharedSessionKeys keys, Clock clock, ClientAddress clients) {
            return new SessionCookies(new SessionCodec(keys, clock), clients);
        }

        @Bean
        SessionStreams sessionStreams(Epochs epochs) {
            return new SessionStreams(epochs);
        }

        @Bean
        SessionFilter sessionFilter(SessionCookies cookies, Epochs epochs, SessionStreams streams) {
            return new SessionFilter(cookies, epochs, streams);
        }

        @Bean
        SignOut signOut(SessionCookies cookies, Epochs epochs, SessionStreams streams) {
            return new SignOut(cookies, epochs, streams);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(WithClient.class)
    @EnableConfigurationProperties(BrowserSignInSettings.class)
    static class Begun {

        @Bean
        OidcSignIn oidcSignIn(
                SignInSettings settings,
                BrowserSignInSettings browser,
                SignInKeys keys,
                ObjectProvider<SharedSessionKeys> sessions,
                ObjectProvider<SessionCookies> cookies,
                ObjectProvider<Epochs> epochs,
                Clock clock) {
            String issuer = Objects.requireNonNull(settings.issuer());
            String client = Objects.requireNonNull(browser.clientId());
            if (client.equals(settings.audience())) {
                throw new StartRefusedException(
                        CLIENT
                                + " and soto.sign-in.audience are one: an ID token, which is for the browser's sign-in alone,"
                                + " would be an access token.",
                        "Have the issuer name the API in the audience of access tokens by another name.",
                        null);
            }
            SharedSessionKeys sessionKeys = sessions.getIfAvailable();
            if (sessionKeys == null) {
                throw new StartRefusedException(
                        CLIENT + " is set and " + KEYS + " is not: nobody would stay signed in.",
                        "Give every node the same keys, each in a line of its own as deploy/bin/session-key makes it.",
                        null);
            }
            return new OidcSignIn(
                    issuer,
                    browser,
                    new AttemptSignature(sessionKeys.derived("sign-in-attempt")),
                    new IssuerIdTokens(keys, settings.algorithm(), new IdTokenRules(issuer, client, clock)),
                    start(cookies.getObject(), epochs.getObject()),
                    clock,
                    new SecureRandom());
        }

        private static SessionStart start(SessionCookies cookies, Epochs epochs) {
            return (who, exchange) -> Mono.just(cookies.areAllowed(exchange.getRequest()))
                    .filter(allowed -> allowed)
                    .flatMap(allowed -> epochs.current(who.account()))
                    .map(epoch -> {
                        cookies.begin(who.account(), epoch, who.roles(), who.proven(), exchange);
                        return true;
                    });
        }
    }
}
