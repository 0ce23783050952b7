package headroom.priming;

import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.utils.builder.SdkBuilder;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/// Clients that go all the way of a request, up to the transport, which has no network and answers
/// from [Example].
final class Unconnected implements Aws, SdkHttpClient {
    private final Set<URI> endpoints = new LinkedHashSet<>();

    /// Where the requests would have gone.
    Set<URI> endpoints() {
        return endpoints;
    }

    @Override
    public <B extends SdkSyncClientBuilder<B, C> & SdkBuilder<B, C>, C> C client(B builder) {
        return builder.httpClient(this).build();
    }

    @Override
    public void print(String line) {}

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        SdkHttpRequest http = request.httpRequest();
        endpoints.add(http.getUri().resolve("/"));
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                byte[] answer = Example.answer(operation(request)).getBytes(StandardCharsets.UTF_8);
                return HttpExecuteResponse.builder()
                        .response(SdkHttpResponse.builder().statusCode(200).build())
                        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer)))
                        .build();
            }

            @Override
            public void abort() {}
        };
    }

    /// The header of the JSON protocols ends with the operation; the body of the query protocol
    /// begins with it.
    private static String operation(HttpExecuteRequest request) throws IOException {
        String target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("");
        if (!target.isEmpty()) {
            return target.substring(target.lastIndexOf('.') + 1);
        }
        try (var body = request.contentStreamProvider().orElseThrow().newStream()) {
            String query = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            return query.substring("Action=".length(), query.indexOf('&'));
        }
    }

    @Override
    public void close() {}
}
