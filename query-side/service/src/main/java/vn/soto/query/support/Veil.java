package vn.soto.query.support;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is shown of sealed data: that there is some. Never the sealed text, which is of no use to anybody who reads an answer. */
@Component
final class Veil {

    static final String SEALED = "[đã niêm phong]";

    @Nullable
    String shown(@Nullable String sealed) {
        return sealed == null ? null : SEALED;
    }
}
