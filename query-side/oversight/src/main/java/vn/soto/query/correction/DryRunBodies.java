package vn.soto.query.correction;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeType;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.ledger.Limits;

/** Reads the dry run of a command, which is as long as the commit that it would be; other bodies are shorter. */
@Component
final class DryRunBodies implements WebFluxConfigurer {

    /** With the names, places and tags of the events beside their fields. */
    private static final int MOST_BYTES = 2 * (int) Limits.MAX_BYTES;

    @Override
    public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
        Decoder decoder = new Decoder();
        decoder.setMaxInMemorySize(MOST_BYTES);
        configurer.customCodecs().register(decoder);
    }

    private static final class Decoder extends JacksonJsonDecoder {

        Decoder() {
            super(new JsonMapper());
        }

        @Override
        public boolean canDecode(ResolvableType type, @Nullable MimeType mimeType) {
            return type.resolve() == SupposedEvents.class && super.canDecode(type, mimeType);
        }
    }
}
