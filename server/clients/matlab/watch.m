function watch(host, port, turns, token)
  % watch  The person does one movement after the other, 2 s each: what does the decoder decide? Then the signal is plotted.
  %   watch                              at 127.0.0.1, port 8080: every movement once
  %   watch('127.0.0.1', 8080, 30, 'token of a presenter')
  if nargin < 1, host = '127.0.0.1'; end
  if nargin < 2, port = 8080; end
  if nargin < 4, token = ''; end
  patient = MyodesisPatient(host, port, token);
  classes = patient.info.classes;
  rate = patient.info.sampleRateHz;
  if nargin < 3, turns = numel(classes); end
  patient.subscribe('raw');
  patient.subscribe('decisions');
  signal = [];
  for turn = 1:turns
    intended = classes{1 + mod(turn - 1, numel(classes))};
    patient.intend(intended, 0.4);
    finish = NaN;
    index = -Inf;
    while ~(index >= finish)
      frame = patient.next();  % frame.data is rows x columns; frame.rows says what each is
      index = frame.index;
      if isnan(finish), finish = index + 2 * rate; end
      if strcmp(frame.stream, 'raw'), signal = [signal, frame.data]; end %#ok<AGROW>
      if strcmp(frame.stream, 'decisions'), posteriors = frame.data(1:numel(classes), end); end
    end
    [posterior, decided] = max(posteriors);
    fprintf('intended %s, decided %s (%.2f)\n', intended, classes{decided}, posterior);
  end
  patient.intend();  % the script again
  if ispc || ismac || ~isempty(getenv('DISPLAY'))
    plot((0:size(signal, 2) - 1) / rate, 1e6 * signal' + 500 * (1:size(signal, 1)));
    xlabel('time (s)'), ylabel('raw signal: 500 \muV from channel to channel');
  end
end
