package headroom.priming;

import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/// What a handler reaches the world by: AWS, or, while it is primed, nothing.
public sealed interface Aws permits Aws.Connected, Unconnected {

    <B extends SdkSyncClientBuilder<B, C> & SdkBuilder<B, C>, C> C client(B builder);

    /// Writes a line to the standard output, which Lambda keeps.
    void print(String line);

    /// AWS itself.
    record Connected() implements Aws {
        @Override
        public <B extends SdkSyncClientBuilder<B, C> & SdkBuilder<B, C>, C> C client(B builder) {
            return builder.build();
        }

        @Override
        public void print(String line) {
            System.out.println(line);
        }
    }
}
