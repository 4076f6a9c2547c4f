Console.Error.WriteLine("pylint-sharp has no commands yet.");
return 2;
