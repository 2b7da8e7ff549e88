package vn.soto.allinone;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers a request without a valid account with a problem and the challenge for HTTP Basic. */
@Component
final class UnauthorizedEntryPoint implements ServerAuthenticationEntryPoint {

    private static final String VIETNAMESE = """
            {"type":"urn:soto:problem:unauthenticated","title":"Cần đăng nhập","status":401,\
            "detail":"Gửi tên tài khoản và mật khẩu bằng HTTP Basic."}""";
    private static final String ENGLISH = """
            {"type":"urn:soto:problem:unauthenticated","title":"Sign in first","status":401,\
            "detail":"Send account name and password with HTTP Basic."}""";

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException error) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatus.UNAUTHORIZED);
        response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"soto\", charset=\"UTF-8\"");
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        byte[] body = (english(exchange) ? ENGLISH : VIETNAMESE).getBytes(StandardCharsets.UTF_8);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private static boolean english(ServerWebExchange exchange) {
        var languages = exchange.getRequest().getHeaders().getAcceptLanguageAsLocales();
        return !languages.isEmpty() && languages.getFirst().getLanguage().equals("en");
    }
}
