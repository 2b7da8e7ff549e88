package vn.soto.web;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import org.reactivestreams.Publisher;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpEntity;
import reactor.core.publisher.Mono;

/** The result of an endpoint method as its clients see it: in what it is {@link AnsweredIn}, unless it is a whole response. */
public final class AnswerType extends MethodParameter {

    private final Type sent;

    public AnswerType(Method endpoint) {
        super(endpoint, -1);
        ResolvableType result = ResolvableType.forMethodReturnType(endpoint);
        sent = ResolvableType.forClassWithGenerics(Mono.class, isEntity(result) ? result : sent(endpoint))
                .getType();
    }

    private AnswerType(AnswerType other) {
        super(other);
        sent = other.sent;
    }

    /** The type of the body that is sent. */
    public static ResolvableType sent(Method endpoint) {
        ResolvableType result = ResolvableType.forMethodReturnType(endpoint);
        AnsweredIn around = AnnotatedElementUtils.findMergedAnnotation(endpoint, AnsweredIn.class);
        return around == null || isEntity(result)
                ? body(result)
                : ResolvableType.forClassWithGenerics(around.value(), result);
    }

    private static ResolvableType body(ResolvableType answer) {
        return Publisher.class.isAssignableFrom(answer.toClass()) || isEntity(answer)
                ? body(answer.getGeneric())
                : answer;
    }

    private static boolean isEntity(ResolvableType result) {
        return HttpEntity.class.isAssignableFrom(result.toClass());
    }

    /** For a nested type of it. */
    @Override
    public AnswerType clone() {
        return new AnswerType(this);
    }

    @Override
    public Class<?> getParameterType() {
        return Mono.class;
    }

    @Override
    public Type getGenericParameterType() {
        return sent;
    }
}
