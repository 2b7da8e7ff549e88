package vn.soto.edge;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import vn.soto.edge.oidc.SafeAddress;

/** The location of the issuer's public keys. */
interface KeySource {

    /** Size limit of a JWK set, and time limit for fetching it. */
    int BYTES = 256 * 1024;

    int MILLISECONDS = 3_000;

    String read() throws IOException;

    static KeySource at(URI place) {
        if ("file".equals(place.getScheme())) {
            return () -> Files.readString(Path.of(place));
        }
        if (!SafeAddress.isCallable(place)) {
            throw new IllegalArgumentException(
                    "soto.sign-in.keys is a file: or an https: address (http: within this machine alone), not "
                            + place);
        }
        DefaultResourceRetriever retriever = new DefaultResourceRetriever(MILLISECONDS, MILLISECONDS, BYTES);
        return () -> retriever.retrieveResource(place.toURL()).getContent();
    }

    /** @throws KeysUnusableException if the keys cannot be read or parsed; the message states the fault */
    default JWKSet keys() {
        try {
            JWKSet keys = JWKSet.parse(read());
            if (keys.getKeys().stream().anyMatch(JWK::isPrivate)) {
                throw new KeysUnusableException("it holds private or shared keys; here belong public ones alone", null);
            }
            return keys;
        } catch (IOException | ParseException e) {
            throw new KeysUnusableException(
                    "it cannot be read as a JWK set (" + e.getClass().getSimpleName() + ")", e);
        }
    }
}
