package vn.soto.query.http;

import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.Encoder;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.codec.EncoderHttpMessageWriter;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import vn.soto.web.AnswerType;

/** Writes answers and problems as JSON, by the encoder that writes the responses. */
@Component
final class AnswerBytes {

    private final SingletonSupplier<Encoder<Object>> json;

    AnswerBytes(ObjectProvider<ServerCodecConfigurer> codecs) {
        this.json = SingletonSupplier.of(() -> json(codecs.getObject()));
    }

    @SuppressWarnings("unchecked") // it says itself that it encodes the type
    private static Encoder<Object> json(ServerCodecConfigurer codecs) {
        return (Encoder<Object>) codecs.getWriters().stream()
                .filter(writer ->
                        writer.canWrite(ResolvableType.forClass(QueryAnswer.class), MediaType.APPLICATION_JSON))
                .filter(EncoderHttpMessageWriter.class::isInstance)
                .map(writer -> ((EncoderHttpMessageWriter<?>) writer).getEncoder())
                .findFirst()
                .orElseThrow();
    }

    /** @param type of the method that made the answer */
    byte[] of(QueryAnswer<?> answer, AnswerType type) {
        return of(answer, ResolvableType.forMethodParameter(type).getGeneric(), MediaType.APPLICATION_JSON);
    }

    byte[] of(ProblemDetail problem) {
        return of(problem, ResolvableType.forClass(ProblemDetail.class), MediaType.APPLICATION_PROBLEM_JSON);
    }

    private byte[] of(Object value, ResolvableType type, MediaType format) {
        DataBuffer buffer =
                json.obtain().encodeValue(value, DefaultDataBufferFactory.sharedInstance, type, format, Map.of());
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        return bytes;
    }
}
