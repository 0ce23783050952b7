package headroom.priming;

import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A transport that sends none of the requests that it is given. Instead it says to the endpoint no
/// more than that it is there, since TLS is the longest part of a first call, and answers by
/// itself.
///
/// @param answer to whatever is asked
record Unsigned(String answer) implements SdkHttpClient {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        URI endpoint = request.httpRequest().getUri().resolve("/");
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() {
                connect(endpoint);
                byte[] body = answer.getBytes(StandardCharsets.UTF_8);
                return HttpExecuteResponse.builder()
                        .response(SdkHttpResponse.builder().statusCode(200).build())
                        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                        .build();
            }

            @Override
            public void abort() {}
        };
    }

    private static void connect(URI endpoint) {
        SdkHttpRequest get =
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.GET)
                        .uri(endpoint)
                        .putHeader("Connection", "close")
                        .build();
        try (SdkHttpClient client =
                UrlConnectionHttpClient.builder()
                        .connectionTimeout(LIMIT)
                        .socketTimeout(LIMIT)
                        .build()) {
            client.prepareRequest(HttpExecuteRequest.builder().request(get).build())
                    .call()
                    .responseBody()
                    .ifPresent(AbortableInputStream::abort);
        } catch (IOException | RuntimeException unreachable) {
            // The first event meets it, and says so.
        }
    }

    @Override
    public void close() {}
}
