package headroom.step;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import software.amazon.awssdk.core.exception.SdkException;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// A Lambda function that reads and writes JSON, both records of ours: behind a state of the state
/// machine, or on a schedule.
///
/// Reads and writes the streams itself, because Lambda's built-in deserialisation of records is
/// broken in some versions of the runtime client.
///
/// @param <I> what is passed in
public abstract class Step<I extends Record> implements RequestStreamHandler {
    private final Class<I> inputType;

    protected Step(Class<I> inputType) {
        this.inputType = inputType;
    }

    /// Does the step, once or for the second time with the same input: Step Functions repeats an
    /// invocation whose answer was lost.
    ///
    /// @return a record of ours, or a sealed alternative of records
    public abstract Object run(I input);

    @Override
    public final void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        I input = Json.read(in.readAllBytes(), inputType);
        byte[] answer;
        try {
            answer = Json.write(run(input));
        } catch (SdkException problem) {
            throw AwsUnavailable.orRefused(problem);
        }
        context.getLogger()
                .log(getClass().getSimpleName() + " answers " + Json.text(answer) + "\n");
        out.write(answer);
    }
}
